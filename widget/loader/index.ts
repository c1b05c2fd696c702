document.currentScript?.dispatchEvent(new Event('redress-loaded'))

export {}
