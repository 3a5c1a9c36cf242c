from rashomon.app.cli.main import main

main()
