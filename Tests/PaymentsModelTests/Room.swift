enum PaymentsModelTestsRoom {}
