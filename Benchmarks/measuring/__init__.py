"""The operations that are measured, the floors beside them, and the table of both."""
