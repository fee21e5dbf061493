"""What things are: plain frozen records and rules, on the standard library alone."""
