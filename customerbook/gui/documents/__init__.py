"""Documents in the window: the preview, and printing without it."""
