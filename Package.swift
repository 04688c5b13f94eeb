// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Picket",
  products: [
    .executable(name: "picket", targets: ["picket"]),
    .library(name: "Campaigns", targets: ["Campaigns"]),
    .library(name: "Intake", targets: ["Intake"]),
    .library(name: "Captures", targets: ["Captures"]),
    .library(name: "Export", targets: ["Export"]),
    .library(name: "Vault", targets: ["Vault"]),
    .library(name: "Ledger", targets: ["Ledger"]),
    .library(name: "Store", targets: ["Store"]),
    .library(name: "Office", targets: ["Office"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(
      name: "Campaigns", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .systemLibrary(name: "ICUHeaders", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .target(name: "ICU", dependencies: ["ICUHeaders"]),
    .target(name: "Text", dependencies: ["ICU"], swiftSettings: settings),
    .systemLibrary(name: "XML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // Only for its headers: it is loaded by the first fetch, so nothing is linked.
    .systemLibrary(name: "CURL", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "ZLIB", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Captures", dependencies: ["Campaigns", "CURL", "Text", "XML2", "ZLIB"], swiftSettings: settings),
    .target(name: "Files", dependencies: ["Campaigns"], swiftSettings: settings),
    .target(
      name: "Intake",
      dependencies: [
        "Campaigns", .product(name: "TOMLKit", package: "TOMLKit"), .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    // Loads cairo and Pango at the first PDF, so nothing is linked.
    .target(name: "Pango"),
    .target(
      name: "Export",
      dependencies: ["Campaigns", "CMark", "Pango", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: settings),
    .target(
      name: "Vault",
      dependencies: [
        "Campaigns", "Text", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "Ledger", dependencies: ["Campaigns", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(
      name: "Office",
      dependencies: [
        "Campaigns", "Captures", "Export", "Files", "Intake", "Ledger", "Text", "Vault",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .target(
      name: "Migrations", path: "Migrations",
      resources: [
        .embedInCode("m0001-first.sql"), .embedInCode("m0002-ledger.sql"), .embedInCode("m0003-actions.sql"),
        .embedInCode("m0004-record.sql"), .embedInCode("m0005-lists.sql"),
      ],
      swiftSettings: settings),
    .target(
      name: "Store",
      dependencies: [
        "Campaigns", "Files", "Migrations", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "Commands",
      dependencies: [
        "Campaigns", "Export", "Files", "Intake", "Office", "Vault",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "picket", dependencies: ["Commands", "Office", "Store"], swiftSettings: settings),
    .target(
      name: "RepositoryConformance", dependencies: ["Campaigns"], path: "Tests/RepositoryConformance",
      swiftSettings: settings),
    .target(
      name: "SheetDrill", dependencies: ["Campaigns", "Intake"], path: "Tests/SheetDrill", swiftSettings: settings),
    .executableTarget(
      name: "drill", dependencies: ["Campaigns", "Intake", "SheetDrill"], path: "Tests/Drill", swiftSettings: settings
    ),
    .testTarget(
      name: "LedgerTests",
      dependencies: ["Campaigns", "Ledger", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .testTarget(
      name: "CampaignsTests", dependencies: ["Campaigns"], exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(name: "CommandsTests", dependencies: ["picket"], exclude: ["Golden"], swiftSettings: settings),
    .testTarget(name: "FilesTests", dependencies: ["Campaigns", "Files"], swiftSettings: settings),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Campaigns", "Migrations", "RepositoryConformance", "Store", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "CapturesTests", dependencies: ["Campaigns", "Captures", "Text"], exclude: ["Servers"],
      swiftSettings: settings),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: settings),
    .testTarget(
      name: "VaultTests",
      dependencies: ["Campaigns", "Text", "Vault", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .testTarget(
      name: "OfficeTests",
      dependencies: [
        "Campaigns", "Captures", "Export", "Files", "Intake", "Ledger", "Migrations", "Office", "Store", "Vault",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "IntakeTests", dependencies: ["Campaigns", "Intake", "SheetDrill", "drill"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "ExportTests", dependencies: ["Campaigns", "Export", .product(name: "Yams", package: "Yams")],
      exclude: ["Golden", "Brief/Golden", "Comparisons/Golden", "Letters/Golden", "Timeline/Golden"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
