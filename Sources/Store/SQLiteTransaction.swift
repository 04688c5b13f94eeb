import Campaigns
import GRDB

/// The facets of a transaction, each a table or a few.
struct SQLiteTransaction: Transaction {
  let database: Database

  var campaigns: any CampaignRepository { CampaignTable(database: database) }
  var targets: any TargetRepository { TargetTable(database: database) }
  var demands: any DemandRepository { DemandTable(database: database) }
  var petitions: any PetitionRepository { PetitionTable(database: database) }
  var letters: any LetterRepository { LetterTable(database: database) }
  var signatures: any SignatureRepository { SignatureTable(database: database) }
  var imports: any ImportRepository { ImportTable(database: database) }
  var publications: any PublicationRepository { PublicationTable(database: database) }
  var ledger: any LedgerRepository { LedgerTable(database: database) }
  var deliveries: any DeliveryRepository { DeliveryTable(database: database) }
  var terminations: any TerminationRepository { TerminationTable(database: database) }
  var boycotts: any BoycottRepository { BoycottTable(database: database) }
  var pledges: any PledgeRepository { PledgeTable(database: database) }
  var incidents: any IncidentRepository { IncidentTable(database: database) }
  var statements: any StatementRepository { StatementTable(database: database) }
  var record: any RecordRepository { RecordTable(database: database) }
  var channels: any ChannelRepository { ChannelTable(database: database) }
  var toldApart: any ToldApartRepository { ToldApartTable(database: database) }
  var roster: any RosterRepository { RosterTable(database: database) }
  var sheets: any SheetRepository { SheetTable(database: database) }
  var vault: any VaultRepository { VaultTable(database: database) }
}
