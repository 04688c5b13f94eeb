import Commands
import Office
import Store

Picket.main(
  Storage(
    open: { try SQLiteRepository(at: $0) },
    create: { try SQLiteRepository.create(at: $0, vault: $1) },
    backUp: { try SQLiteRepository(at: $0).backUp(to: $1) }))
