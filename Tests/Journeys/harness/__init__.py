"""What every journey needs: the running program, a browser that looks like its visitors', and the check of a page."""
