enum BooksModelTestsRoom {}
