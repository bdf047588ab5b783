enum PaymentsModelRoom {}
