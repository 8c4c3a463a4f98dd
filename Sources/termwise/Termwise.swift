import ArgumentParser
@main struct Termwise: ParsableCommand { func run() {} }
