// A mini-program reaches no printer.
export {}
