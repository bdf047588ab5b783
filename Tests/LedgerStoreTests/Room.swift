enum LedgerStoreTestsRoom {}
