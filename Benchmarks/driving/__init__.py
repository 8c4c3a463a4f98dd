"""Drives the built program from outside: starts it, visits it as a browser does, weighs it and ends it."""
