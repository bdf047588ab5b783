enum TwinfieldClientRoom {}
