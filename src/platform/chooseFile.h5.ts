import type { ChosenFile } from './chooseFile.weapp'

const choose = (accept: string): Promise<ChosenFile | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => {
      const [file] = Array.from(input.files ?? [])
      resolve(
        file
          ? {
              name: file.name,
              size: file.size,
              local: URL.createObjectURL(file),
              content: file,
            }
          : null,
      )
    })
    input.click()
  })

/** A picture from the disk; null when the person went back. */
export const choosePicture = (): Promise<ChosenFile | null> =>
  choose('image/jpeg,image/png,image/webp')

/** A paper from the disk; null when the person went back. */
export const chooseDocument = (): Promise<ChosenFile | null> =>
  choose('.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,image/jpeg,image/png,image/webp')
