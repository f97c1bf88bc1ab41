"""What residents want to know of a service: papers, deadlines missed, counters, numbers to call, who has to come."""
