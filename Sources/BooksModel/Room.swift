enum BooksModelRoom {}
