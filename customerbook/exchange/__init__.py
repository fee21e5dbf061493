"""Other people's files: what they hold becomes customers; no database, no window."""
