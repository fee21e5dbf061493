"""Other people's files in the window: taking over customers."""
