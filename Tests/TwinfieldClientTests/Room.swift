enum TwinfieldClientTestsRoom {}
