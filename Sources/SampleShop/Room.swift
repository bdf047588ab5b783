enum SampleShopRoom {}
