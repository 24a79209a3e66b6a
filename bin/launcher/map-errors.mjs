// Loaded before the program (`--import`), so that its errors name the lines of its sources. The option
// `--enable-source-maps` does it too, but then pino reads the whole map at every start, to learn who called it:
// measured on 2026-12-01, see docs/decisions/2026-12-01-maps-of-errors.md.
process.setSourceMapsEnabled(true);
