/** The privacy policy that people agree to at present; raised whenever its words change in substance. */
export const policyVersion = '2026-11'
