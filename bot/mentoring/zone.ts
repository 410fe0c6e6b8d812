/** Times are said and offered on the clocks of the United Kingdom. */
export const zone = 'Europe/London';
