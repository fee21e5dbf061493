"""The tests of Customer Book; the folders mirror the package."""
