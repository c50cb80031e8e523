"""Welsh words that a search must take for one, and words that it must not."""

# Radical, then its mutations, as ei, fy and ei (hi) make them.
ONE_WORD = """
    pobl        bobl        mhobl       phobl
    Powys       Bowys       Mhowys      Phowys
    polisi      bolisi      mholisi     pholisi
    plismon     blismon     mhlismon    phlismon
    pryder      bryder      mhryder     phryder
    trosedd     drosedd     nhrosedd    throsedd
    tystiolaeth dystiolaeth nhystiolaeth thystiolaeth
    tŷ          dŷ          nhŷ         thŷ
    tad         dad         nhad        thad
    Comisiynydd Gomisiynydd Nghomisiynydd Chomisiynydd
    Cymru       Gymru       Nghymru     Chymru
    cynllun     gynllun     nghynllun   chynllun
    cwestiwn    gwestiwn    nghwestiwn  chwestiwn
    cwmni       gwmni       nghwmni     chwmni
    clir        glir        nghlir      chlir
    cnewyllyn   gnewyllyn   nghnewyllyn chnewyllyn
    Bangor      Fangor      Mangor
    blwyddyn    flwyddyn    mlwyddyn
    bwrdd       fwrdd       mwrdd
    Dyfed       Ddyfed      Nyfed
    diwrnod     ddiwrnod    niwrnod
    deddf       ddeddf      neddf
    gwlad       wlad        ngwlad
    Gwent       Went        Ngwent
    gofyniad    ofyniad     ngofyniad
    gallu       allu        ngallu
    grym        rym         ngrym
    glas        las         nglas
    gnoi        noi         ngnoi
    gŵyr        ŵyr         ngŵyr
    mater       fater
    meysydd     feysydd
    llys        lys
    Llundain    Lundain
    rhestr      restr
    Rhyl        Ryl
    adroddiad   hadroddiad
    ymateb      hymateb
    argymhelliad hargymhelliad
    ŵyl         hŵyl
    Prif        Brif        Mhrif       Phrif
    Tachwedd    Dachwedd    Nhachwedd   Thachwedd
    mis         fis
    swydd
    ffordd
    sir
    jac
"""

# No row of the table of mutations, nor two of them, leads from one to the other; or both are short.
NOT_ONE_WORD = """
    swydd    llwydd
    ffordd   bordd
    ffrwd    brwd
    sir      tir
    heddlu   teulu
    pwll     twll
    trosedd  gorsedd
    cosb     sosb
    llys     rhys
    llawn    rhawn
    byd      cyd
    dyn      cryn
    mab      nab
    arall    darall
    Gwent    Kent
    jac      ac
    sant     tant
    siarad   parad
    car      ar
    cam      am
    cyn      yn
    gan      an
"""

# One word to the function, and two to a reader: the price, written down so that a change of it is seen.
UNITED_TOO = """
    cred     rhed
    mill     pill
    mair     pair
    noddi    toddi
    dal      tal
    gwaith   chwaith
    mil      bil
    gwyn     cwyn
"""


def rows(table: str) -> list[list[str]]:
    """The words of each line of a table."""
    return [line.split() for line in table.strip().splitlines()]
