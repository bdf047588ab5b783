enum CCVClientRoom {}
