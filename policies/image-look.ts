import type { Text } from '../model/text';
import { type ImageThing, images, tiers } from './design-things';
import type { Found } from './finding';
import { type Look, lookAtEach, together } from './policy';
import type { Subject } from './subject';

/**
 * Looks at every image that servers boot from. `ask` says what is wrong with one; `undeclared` names what nobody said
 * about it. A tier whose image nobody named is missing evidence too.
 */
export function lookAtImages(
  subject: Subject,
  ask: (image: ImageThing) => Text | 'undeclared' | undefined,
  wanted: (image: { readonly important: boolean }) => boolean = () => true,
): Look {
  const asked = images(subject).filter(wanted);
  const nameless = tiers(subject).filter(
    ({ tier, system }) => tier.image === undefined && wanted({ important: system?.importance === 'high' }),
  );
  return together(
    lookAtEach(asked, (one) => {
      const said = ask(one);
      return said === 'undeclared' ? missing(one.image.key) : said;
    }),
    lookAtEach(nameless, (): Omit<Found, 'thing'> => NO_IMAGE),
  );
}

function missing(image: string): Omit<Found, 'thing'> {
  return {
    outcome: 'evidence-missing',
    message: { en: `nobody said it about image ${image}`, zh: `镜像 ${image} 未作此声明` },
    fix: { en: 'write it down in catalogue/images.yaml', zh: '在 catalogue/images.yaml 中如实声明' },
  };
}

const NO_IMAGE: Omit<Found, 'thing'> = {
  outcome: 'evidence-missing',
  message: { en: 'nobody said which image its servers boot from', zh: '未声明服务器使用的镜像' },
  fix: { en: 'name an `image` for the tier or for its pool', zh: '为该层或其资源池声明 `image`' },
};
