export type Speech = {
  /** Reads aloud, after silencing what was being read. `ended` is called once, also when silenced. */
  read: (words: string, ended: () => void) => void
  silence: () => void
}

/** The browser's own voice, slower than usual; undefined where it has none. */
export const speech: Speech | undefined =
  'speechSynthesis' in window
    ? {
        read(words, ended) {
          window.speechSynthesis.cancel()
          const utterance = new SpeechSynthesisUtterance(words)
          utterance.lang = 'zh-CN'
          utterance.rate = 0.85
          utterance.onend = ended
          utterance.onerror = ended
          window.speechSynthesis.speak(utterance)
        },
        silence() {
          window.speechSynthesis.cancel()
        },
      }
    : undefined
