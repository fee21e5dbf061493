"""Pictures of every component sheet and page, to be looked at beside the design."""
