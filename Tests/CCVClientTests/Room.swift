enum CCVClientTestsRoom {}
