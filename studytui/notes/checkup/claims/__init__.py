"""Values that notes say in comments and below code, held against the ones that come."""
