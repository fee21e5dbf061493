"""The same book without a window: one module a verb, `verbs.VERBS` lists them."""
