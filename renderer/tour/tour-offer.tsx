import { Compass } from 'lucide-react'
import { useActing } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'

/** Above the samples: what they are, and a way to be shown around. */
export function TourOffer({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSpeech()
  const { actOf } = useActing()
  return (
    <div className="banner banner-calm" role="status">
      <Compass aria-hidden />
      <span>{words.tour.offer}</span>
      <Button
        onPress={() => {
          onClose()
          actOf('tour')?.()
        }}
      >
        {words.tour.start}
      </Button>
      <Button tone="quiet" onPress={onClose}>
        {words.tour.later}
      </Button>
    </div>
  )
}
