# `make` alone says what there is. Everything is installed into .venv; nothing else is touched.

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help map test check format bench bench-scale bench-shapes bench-site fuzz kills picture pictures outlines regions words flow clean

help:  ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

map: .venv/installed  ## check locations.csv and write output/map.html from it
	$(BIN)/mapgen check locations.csv
	$(BIN)/mapgen build locations.csv -o output/map.html

test: .venv/ready  ## run every check: format, lint, types, unit and browser tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/deno fmt --check mapgen/web tests/web tests/platform tests/lint deno.json
	$(BIN)/deno lint --quiet mapgen/web tests/web tests/platform
	$(BIN)/deno check mapgen/web tests/web tests/platform
	$(BIN)/deno test --quiet --allow-read tests/web
	$(BIN)/deno test --quiet --allow-read --allow-env tests/platform
	$(BIN)/pytest -n 2 --dist loadgroup

format: .venv/ready  ## mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/deno fmt --quiet mapgen/web tests/web tests/platform tests/lint deno.json

bench: .venv/ready  ## measure a build of the sample against its floor, the page in the browser, and the preview
	$(BIN)/python -m benchmarks.build
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.preview

bench-scale: .venv/ready  ## measure mapgen beside other tools, at 12 to 1,000,000 events (hours)
	$(BIN)/python -m benchmarks.scale

bench-shapes: .venv/ready  ## measure a build of every shape of table beside other tools (a quarter of an hour)
	$(BIN)/python -m benchmarks.shapes

bench-site: .venv/ready  ## make a site of 5,000,000 events, here and on a cluster that loses a worker (an hour)
	$(BIN)/python -m benchmarks.site

fuzz: .venv/ready  ## give 40,000 broken files of every kind to mapgen; what it fails at is kept in build/fuzz/
	$(BIN)/python -m tests.fuzz 40000 --table

kills: .venv/ready  ## kill what writes at 200 random moments, and see that nothing is lost and nothing left over
	$(BIN)/python -m tests.kills 50

picture: .venv/ready  ## take the README's picture from the sample page itself
	$(BIN)/python -m tests.browser.picture tests/browser/map.png

pictures: .venv/ready  ## take pictures of the page at every size, light and dark, English and Arabic
	$(BIN)/python -m tests.browser.pictures tests/browser/pictures

outlines: .venv/ready  ## make mapgen/data/outlines.json from Natural Earth again
	$(BIN)/python -m pip install --quiet --group outlines
	$(BIN)/python -m tools.make_outlines

regions: .venv/ready  ## make mapgen/data/regions.json from CLDR again
	$(BIN)/python -m tools.make_regions

words: .venv/ready  ## make the words of dates that the page reads from those of mapgen/dates again
	$(BIN)/python -m tools.make_date_words

flow: .venv/ready  ## draw docs/flow.svg again: the rooms of mapgen, and which takes from which
	$(BIN)/python -m tools.make_flow

clean:  ## remove what the other targets made
	rm -rf .venv output/*.html

.venv/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	touch $@

.venv/installed: .venv/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/ready: .venv/installed tests/browser/find_browser.py
	$(BIN)/python -m pip install --quiet --group dev
	$(BIN)/python -m tests.browser.find_browser
	touch $@
