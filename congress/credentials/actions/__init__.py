"""What is done in the check of credentials: reports with the committee, and decisions about delegates."""
