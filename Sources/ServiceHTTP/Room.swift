enum ServiceHTTPRoom {}
