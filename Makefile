# Each command is a script in Scripts/; options go in ARGS: make run ARGS="--port 9000"
.DEFAULT_GOAL := help
.PHONY: run test check gallery build release lint outside journeys bench clean help
ARGS ?=

run: ## Build and serve the demo trust; prints its address and who can sign in
	@Scripts/run $(ARGS)

test: ## Everything: lint, build, every suite on both databases, browser journeys
	@Scripts/test $(ARGS)

check: ## Everything but the browser journeys
	@Scripts/test --no-journeys $(ARGS)

gallery: ## Serve a small demo trust whose /gallery shows every page with its samples
	@Scripts/gallery $(ARGS)

build: ## Build the program for development
	@Scripts/setup run
	@Scripts/build --product termwise

release: ## Build the optimised program and pack it in var/release
	@Scripts/release

lint: ## Check the layout of the code
	@Scripts/lint

outside: ## Letters and feeds, read by others' programs: make outside ARGS="-k refuse"
	@Scripts/outside $(ARGS)

journeys: ## The browser journeys alone: make journeys ARGS="-k sign_in"
	@Scripts/journeys $(ARGS)

bench: ## Measure the optimised program on both databases
	@Scripts/bench $(ARGS)

clean: ## Remove what was built and what the tests wrote; the demo trust in var/demo stays
	swift package clean
	rm -rf var/test var/screenshots var/python var/release

help: ## This list
	@sed -nE 's/^([a-z]+): ## (.*)/\1|\2/p' Makefile | while IFS='|' read -r name says; do \
		printf 'make %-10s %s\n' "$$name" "$$says"; done
