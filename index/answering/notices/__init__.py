"""What notices and rules mean for whoever asks: when, whom to call, whether it holds for them."""
