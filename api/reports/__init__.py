"""What a report looks like: a file for each form, all over the same `checks.finding.ContractReport`."""
