// WeChat's style compiler is given nothing about printers.
export {}
