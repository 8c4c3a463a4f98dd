extension CommonPasswords {
    /// What hangs on a listed word as often as digits do: with it the list holds more than ten thousand.
    static let endings = """
        boy boys city club crew fan fans fc forever girl girls gang house island king kingdom land life lover lovers man
        mum power queen rocks rules star team town united world
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// How many forms that is, without digits, signs and stand-ins.
    package static var count: Int { words.count * (1 + endings.count) }

    /// Words and names that head the published lists of leaked passwords, and those of a school, in small letters without
    /// the digits and signs that people hang on their ends. Collected by hand; one set of words serves all spellings.
    static let words = Set(
        """
        abc abcabc abcd abcdef abcdefg abcdefgh academy access admin administrador administrator alex alfie allah
        always amanda amazon amelia amen andrew android angel angels anthony apple apples april arbor archie arsenal
        arsenalfc asdasd asdf asdfgh asdfghjk asdfghjkl ashley assembly august autumn avengers azerty azertyuiop baby
        babyboy babygirl bailey ballet banana barcelona bart baseball basketball batman bear beatles beautiful bella
        ben bestfriend bestfriends bible birmingham birthday black blessed blessing blink blue bond bristol britain
        bromcom brother buddha burger buster butterfly captain celtic champion champions changeit changeme changethis
        charizard charlie charlotte cheese chelsea chelseafc cherry chicken chips chloe chocolate christ christmas
        christopher church cinnamon class classroom coffee college colour computer contrasena cookie cookies
        correcthorse correcthorsebatterystaple corvette cowboy cricket cupcake dad daddy daisy dance dancer daniel
        darling david davidson december default demo diamond doggy dollar dollars dolphin donald dontforget dragon
        drummer drums eagle easter education elephant elvis emily eminem emma england english enterprise everton
        example facebook faith falcon family father february ferrari fitness flower flowers football forever
        foreverlove forgetmenot fortnite freedom friday friend friends frodo gamer gaming gandalf garfield geography
        george ghost ginger god godisgood godislove gold golden golf goodbye google googlechrome gorgeous governor
        governors granddad grandma green gryffindor guest guitar gym halloween hamster hannah happiness happy
        happybirthday harley harleydavidson harry harrypotter hawk head headteacher heaven hello hellothere helloworld
        hermione hero history hobbit hockey hogwarts homer homework honda honey horse horses hulk hunter iamadmin
        idontknow ilovemycat ilovemydog ilovemyfamily ilovemymum iloveu iloveyou iloveyousomuch instagram internet
        iphone ireland ironman isabella jack jackpot jacob jaguar james jamesbond january jasmine jedi jennifer
        jessica jesus jesuschrist john jordan joseph joshua july june justice juventus killer king kitten kitty knight
        landrover learning leeds leedsunited legend letmein letmeinnow liberty lily linux lion liverpool liverpoolfc
        lkjhgfdsa login logon london lordoftherings lottery love lovebug lovely loveme lover loverboy loveyou lucky
        luckyday madonna maggie magic magical manager manchester manchesterunited mancity manunited manutd march mario
        master mastermind maths matrix matthew max may mercedes metallica michael michelle mickey mickeymouse
        microsoft million millionaire minecraft minnie mnbvcxz molly monday money monkey motdepasse mother mum mummy
        mummyanddaddy music musician mustang mypassword myschool mystery nana neo netball netflix newcastle
        newpassword nicholas nicole ninja nintendo nirvana noah nopassword nothing nottingham november now number1
        numberone october ofsted oldpassword oliver olivia opendoor opensesame orange oscar panda panther pass
        passcode passphrase passw0rd password password1234 passwort peace peaches penguin pepper phoenix piano pikachu
        pink pirate pizza platinum playstation poiuytrewq pokemon pony pooh poppy porsche pounds power powerful prince
        princess pupil pupils puppy purple pussycat qazwsx qazwsxedc queen qweasd qweasdzxc qweqwe qwerty qwertyui
        qwertyuiop qwertz qwertzuiop rabbit rainbow rainbowcolour ranger rangers reading realmadrid red rememberme rex
        rich richard rider robert roblox rocknroll rockstar rocky root rose rugby runner running sam samantha sample
        samsung samurai sarah saturday school school123 schools science scooby scotland secret secrets september
        shadow sheffield signin silver simpsons sims sister skywalker smile smiley snoopy soccer softball soldier
        sonic sophia sophie southpark spiderman spring spurs staffroom startrek starwars strawberry strong student
        students summer summertime sunday sunderland sunflower sunny sunshine superman superuser suzuki sweet
        sweetheart sweetie swimming sysadmin teacher teachers teaching temporary temppass temppassword tennis test
        tester testing testpassword testtest thebeatles thepassword thisisapassword thisismypassword thomas thor
        thursday tiger tigger timetable toby together tom tottenham toyota treasure trust trustno trustnoone tuesday
        turtle tweety twitter ubuntu unicorn university user username vader victory visitor wales warcraft warrior
        wednesday welcome welcomeback westham whatever white william windows winner winniethepooh winter wintertime
        wizard wolf wonderwoman wsxedc xbox xyz yamaha yellow yoda yourpassword youtube zaqwsx zaqxsw zelda zxcv zxcvb
        zxcvbn zxcvbnm
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
