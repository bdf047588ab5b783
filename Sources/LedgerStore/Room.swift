enum LedgerStoreRoom {}
