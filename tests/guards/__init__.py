"""What holds for every test without being asked for: one module a guard."""
