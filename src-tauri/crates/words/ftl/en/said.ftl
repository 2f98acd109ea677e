# What a toast says once it is on disk.
said-moved = Moved to { $when }
said-resized = Length: { $length }, { $when }
said-copied = Copied to { $when }
said-untrayed = Placed { $when }
said-trayed = Back in the tray
said-planned = Planned { $when }
said-planned-tray = Added to the tray
said-edited = Saved
said-trashed = Moved to trash: “{ $title }”
said-restored = Restored: “{ $title }”
said-client-created = Client created: { $name }
said-client-edited = Saved
said-client-trashed = Moved to trash: { $name }
said-client-restored = Restored: { $name }
said-settings = Settings saved
said-welcomed = Welcome
said-examples = An example week is in place
said-examples-removed = The examples are gone
said-undone = Undone: { $what }
said-redone = Redone: { $what }
said-imported = { $count ->
    [0] Nothing new in this file
    [one] 1 meeting brought in
   *[other] { $count } meetings brought in
}
title-none = Untitled
