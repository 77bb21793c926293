/** The family of line drawings on a 44 × 44 field, as the inside of an SVG; stroke and colour come from `Drawing`. */
export const drawings = {
  bell: '<path d="M10 31h24c-3-3-4-6-4-12a8 8 0 0 0-16 0c0 6-1 9-4 12ZM18 36a4.5 4.5 0 0 0 8 0M22 7v4"/>',
  book: '<path d="M22 12c-4-3-9-4-16-4v26c7 0 12 1 16 4 4-3 9-4 16-4V8c-7 0-12 1-16 4ZM22 12v26"/>',
  bowl: '<path d="M6 22h32a16 16 0 0 1-32 0ZM15 14c0-3 3-3 3-6M23 14c0-3 3-3 3-6M31 14c0-3 3-3 3-6"/>',
  bubble: '<path d="M6 9h32v21H20l-9 7v-7H6ZM15 17h14M15 23h9"/>',
  calendar:
    '<rect x="7" y="9" width="30" height="28" rx="5"/><path d="M7 17h30M15 5v8M29 5v8M15 27l5 5 9-10"/>',
  camera: '<path d="M6 14h8l3-5h10l3 5h8v22H6Z"/><circle cx="22" cy="24" r="7"/>',
  check: '<circle cx="22" cy="22" r="16"/><path d="m14 23 6 6 11-13"/>',
  clock: '<circle cx="22" cy="22" r="16"/><path d="M22 12v10l7 5"/>',
  close: '<path d="m11 11 22 22M33 11 11 33"/>',
  cup: '<path d="M8 18h23v10a9 9 0 0 1-9 9h-5a9 9 0 0 1-9-9ZM31 21h3a4.5 4.5 0 0 1 0 9h-3M15 12c0-3 2-3 2-6M23 12c0-3 2-3 2-6"/>',
  family:
    '<circle cx="14" cy="13" r="6"/><circle cx="31" cy="19" r="4.5"/><path d="M4 37c0-8 4-13 10-13s10 5 10 13M25 30c2-2 4-3 6-3 5 0 9 4 9 10"/>',
  hand: '<path d="M13 25V12a3 3 0 0 1 6 0v10V8a3 3 0 0 1 6 0v14V10a3 3 0 0 1 6 0v13-7a3 3 0 0 1 6 0v12c0 7-5 12-12 12-5 0-8-2-10-6l-6-9a3 3 0 0 1 4-4Z"/>',
  heart:
    '<path d="M22 37S6 28 6 16.5A8.5 8.5 0 0 1 22 12a8.5 8.5 0 0 1 16 4.5C38 28 22 37 22 37Z"/>',
  house: '<path d="M5 21 22 7l17 14M10 18v19h24V18M18 37V26h8v11"/>',
  info: '<circle cx="22" cy="22" r="16"/><path d="M22 20v10M22 13v.5"/>',
  minus: '<path d="M9 22h26"/>',
  next: '<path d="m16 8 14 14-14 14"/>',
  offline:
    '<path d="M16 12a11 11 0 0 1 17 6 8 8 0 0 1 4 14M29 34H14a8.5 8.5 0 0 1-2-17M6 6l32 32"/>',
  pen: '<path d="m8 36 2-9L29 8l7 7-19 19ZM24 13l7 7"/>',
  person: '<circle cx="22" cy="14" r="7"/><path d="M7 38c0-9 6-14 15-14s15 5 15 14"/>',
  phone:
    '<path d="m15 7-6 2c-2 1-2 3-2 5 2 12 11 21 23 23 2 0 4 0 5-2l2-6-8-4-4 4c-4-2-8-6-10-10l4-4Z"/>',
  pin: '<path d="M22 40S8 28 8 18a14 14 0 0 1 28 0c0 10-14 22-14 22Z"/><circle cx="22" cy="18" r="5"/>',
  plus: '<path d="M22 9v26M9 22h26"/>',
  qr: '<rect x="7" y="7" width="11" height="11" rx="2"/><rect x="26" y="7" width="11" height="11" rx="2"/><rect x="7" y="26" width="11" height="11" rx="2"/><path d="M26 26h4v4M37 26v.5M26 37v-3M37 33v4h-5"/>',
  rice: '<path d="M13 13h18M15 6h14l-2 7c6 4 9 10 9 16 0 6-4 9-14 9S8 35 8 29c0-6 3-12 9-16ZM22 32v-9M22 27c-3 0-4-2-4-4M22 27c3 0 4-2 4-4"/>',
  scissors:
    '<circle cx="11" cy="33" r="5"/><circle cx="33" cy="33" r="5"/><path d="M14 29 32 8M30 29 12 8"/>',
  speaker: '<path d="M7 17v10h7l9 8V9l-9 8ZM30 16a9 9 0 0 1 0 12M34 10a17 17 0 0 1 0 24"/>',
  stick: '<path d="M25 38V15a7 7 0 0 0-14 0v2M18 38h14"/>',
  warn: '<path d="M22 6 40 37H4ZM22 17v9M22 31v.5"/>',
} as const

export type DrawingName = keyof typeof drawings
