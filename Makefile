# A list of names for the scripts; the work is in scripts/.

.DEFAULT_GOAL := help
.PHONY: help demo test sanitize fuzz simulate torture build install check format record bench clean

help: ## lists these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## installs what is missing, builds, and runs on a shop in the sandbox
	@scripts/demo

test: ## installs what is missing, builds, and runs all tests
	@scripts/test

sanitize: ## runs all tests under the address and the thread sanitizer
	@scripts/sanitize

fuzz: ## reads 200,000 damaged files and checks what is promised; FUZZ="--seed 7"
	@scripts/fuzz $(FUZZ)

simulate: ## runs the runner through 100,000 simulated shops in which everything fails; SEEDS=1000
	@scripts/simulate --seeds $${SEEDS:-100000}

torture: ## kills the program 200 times while the sandbox gives faults, and audits; KILLS=50
	@scripts/torture

build: ## builds the optimised program and prints its path
	@scripts/build

install: ## builds it with the Swift runtime inside and installs it; PREFIX=/usr/local DESTDIR=
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" scripts/install

check: ## all that a change must pass: format, warnings, tests, declared imports
	@scripts/check

format: ## rewrites the Swift files in the house format
	@scripts/format

record: ## runs the tests and writes their golden files anew
	@scripts/record

bench: ## measures the speed; BENCH_REFERENCE=FOLDER compares with the reference programs
	@Benchmarks/run

clean: ## removes what was built
	@rm -rf "$${SCRATCH_PATH:-.build}" "$${SCRATCH_PATH:-.build}-address" "$${SCRATCH_PATH:-.build}-thread"
