"""What the program takes, beside the least it could take, measured in the same run."""
