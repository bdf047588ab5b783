enum SandboxTestsRoom {}
