/** What the open copy says of itself, to whoever unpacks it in ten years. */
export const OPEN_COPY_GUIDE = `Cette copie contient toute une archive Fonds, lisible sans Fonds.
This copy holds a whole Fonds archive, readable without Fonds.
تحتوي هذه النسخة على أرشيف Fonds كامل، وتُقرأ من دون Fonds.

data/communiques/*.txt      le texte de chaque communiqué · the text of each communiqué · نصّ كلّ بلاغ
data/communiques/*.json     description, versions, annotations · وصف البلاغ وصيغه وحواشيه
data/originals/             les fichiers reçus, à l’octet près · the files received, byte for byte · الملفات الأصلية كما وردت
data/annotations.jsonld     W3C Web Annotation · حواشٍ بصيغة W3C
data/annotation-revisions.jsonl  chaque étape de chaque note · every step of every note · كلّ مراحل كلّ حاشية
data/authorities.json       personnes, organismes, lieux · people, bodies, places · أشخاص وهيئات وأماكن
data/dossiers.json          dossiers · الملفات
data/saved-searches.json    recherches enregistrées · saved searches · عمليات بحث محفوظة
data/journal.jsonl          qui a changé quoi, chaîné · who changed what, chained · سجلّ التغييرات

Vérifier · to verify · للتحقق:   sha256sum -c manifest-sha256.txt
Conteneur · container: BagIt 1.0 (RFC 8493).  Format: docs/archive-format.md
`
