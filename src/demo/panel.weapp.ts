/** In WeChat the platform says who somebody is: there is no panel. */
export const showDemoPanel = (): void => undefined
