enum RunnerCoreTestsRoom {}
