enum SampleShopTestsRoom {}
