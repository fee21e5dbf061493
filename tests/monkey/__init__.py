"""Random keys and clicks in the real window; `python -m tests.monkey` lets it play for longer."""
